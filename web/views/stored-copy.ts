/** What the page of a stored copy is told: the kept bytes of one version, to be read and never run. */
import type { ArticleName, PageFrame } from '../view-terms.ts';

export interface StoredCopyView {
  readonly page: 'stored-copy';
  readonly frame: PageFrame;
  readonly article: ArticleName;
  /** Address at the source. */
  readonly url: string;
  readonly version: number;
  readonly versions: number;
  readonly isCurrent: boolean;
  /** Code of why it waits for review (version-gate.ts of the archive); null when it does not. */
  readonly heldBack: string | null;
  readonly capturedAt: string;
  /** SHA-256 of the bytes. */
  readonly snapshotHash: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  /** `bytes`: the text is the bytes themselves, decoded; `read`: it is what was read from a file that is no text. */
  readonly shown: 'bytes' | 'read';
  /** In which the bytes are shown; null where they are no text. */
  readonly encoding: string | null;
  /** True where the bytes were read in an encoding that is not known here, so that letters may look wrong. */
  readonly isMisread: boolean;
  readonly text: string;
  /** `more` is the address that shows more of it; null where no more can be shown. */
  readonly cut: { readonly shown: number; readonly more: string | null } | null;
  /** Status and headers of the answer that brought the bytes; null for what was handed in. */
  readonly answer: {
    readonly url: string;
    readonly code: number;
    readonly headers: readonly (readonly [name: string, value: string])[];
  } | null;
  /** Where the bytes can be saved. */
  readonly download: string;
}
