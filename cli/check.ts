/** `sohieu check FILE`: cite-checks a draft; ends with 0 whatever it finds. */
import { basename } from 'node:path';
import { type CheckedCitation, checkDraft, readDraft } from '../core/archive/check-text.ts';
import { type Verdict, verdicts, wordReason } from '../core/documents/check-reasons.ts';
import { dayInVietnam } from '../core/meetings/calendar.ts';
import { readBytes } from '../ingest/import-files.ts';
import { shapeChecked } from '../server/check-shape.ts';
import { readDraftFile } from './draft-file.ts';
import { type ExitCode, parseDateOption } from './outcome.ts';
import { say, writeJson, writeOut } from './output.ts';
import { withParts } from './parts.ts';
import { requireSource } from './sources.ts';

export interface CheckOptions {
  readonly json?: boolean;
  readonly source?: string;
  readonly published?: string;
  readonly lang: 'vi' | 'en';
}

const WORDS: Readonly<Record<'vi' | 'en', Readonly<Record<Verdict | 'line' | 'none', string>>>> = {
  vi: { green: '✓ khớp', amber: '! cần xem', red: '✗ không khớp', line: 'dòng', none: 'Không thấy số hiệu nào.' },
  en: { green: '✓ agrees', amber: '! to be looked at', red: '✗ contradicts', line: 'line', none: 'No code was seen.' },
};

export async function runCheck(file: string, options: CheckOptions): Promise<ExitCode> {
  const published = options.published === undefined ? null : parseDateOption(options.published, '--published');
  const read = await readBytes(file);
  const draft = 'reason' in read ? read : await readDraftFile(read.bytes, basename(file));
  if ('reason' in draft) {
    say(`Cannot check ${file}: ${draft.reason.replace(/\.$/, '')}.`);
    return 1;
  }
  return withParts(async ({ archive, sources }): Promise<ExitCode> => {
    const { placeOf } = sources;
    const place = placeOf(requireSource(sources, options.source));
    const day = published?.slice(0, 10) ?? dayInVietnam(new Date());
    const facts = { text: draft.text, place, sourcePlaces: placeOf.places ?? [], day };
    const checked = await checkDraft(archive.db, facts, readDraft(facts));
    if (options.json) await writeJson({ citations: shapeChecked(checked, options.lang) });
    else await writeOut(describe(draft.text, checked, options.lang));
    return 0;
  });
}

function describe(text: string, checked: readonly CheckedCitation[], lang: 'vi' | 'en'): string {
  const words = WORDS[lang];
  const judged = checked.filter(({ citation }) => citation.kind !== 'backref');
  if (judged.length === 0) return `${words.none}\n`;
  const lines: string[] = [];
  let line = 1;
  let at = 0;
  for (const { citation, verdict, reasons, suggestion } of judged) {
    line += countLines(text.slice(at, citation.start));
    at = citation.start;
    const mark = words[verdict].padEnd(words.red.length + 1);
    lines.push(`${mark} ${words.line} ${String(line).padEnd(4)} ${citation.surface.replace(/\s+/g, ' ')}`);
    lines.push(...reasons.map((reason) => `    ${wordReason(reason, lang)}`));
    if (suggestion !== null) lines.push(`    → ${suggestion.replace(/\s+/g, ' ')}`);
  }
  const counts = verdicts.map(
    (verdict) => `${words[verdict]}: ${judged.filter((one) => one.verdict === verdict).length}`,
  );
  return `${lines.join('\n')}\n\n${counts.join(' · ')}\n`;
}

function countLines(text: string): number {
  return text.split(/\r\n?|\n/).length - 1;
}
