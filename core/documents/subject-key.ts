/** The key under which subjects of documents are compared: no marks, no punctuation. */
import { foldKey } from '../citations/fold.ts';

/** `Cải tạo, nâng cấp hạ tầng…` → `cai tao nang cap ha tang` */
export function subjectKey(subject: string): string {
  return foldKey(subject)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
