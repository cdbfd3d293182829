/** Which records of a WARC may be articles, by status, address and type; the rest is pictures, scripts and the like. */
import { tellBox } from './read/read-input.ts';
import type { WarcPayload, WarcRevisit } from './warc-reading.ts';

/** Whether to take the record in. What our own export noted is taken whatever it is. */
export function isTakenIn(entry: WarcPayload | WarcRevisit): boolean {
  if (entry.note !== null) return true;
  if (entry.http !== null && (entry.http.status < 200 || entry.http.status > 299 || entry.http.status === 206))
    return false;
  if (!/^(?:https?:\/\/|urn:sha256:)/i.test(entry.url) || /\/robots\.txt(?:$|\?)/i.test(entry.url)) return false;
  const media = (entry.contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (MEDIA.has(media)) return true;
  if (!UNTOLD.has(media)) return false;
  return entry.kind === 'payload' && looksReadable(entry);
}

const MEDIA: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'application/pdf',
  'application/msword',
  'application/rtf',
  'text/rtf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]);

/** Types that say nothing, as weak servers send them with any file. */
const UNTOLD: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'application/force-download',
  'application/download',
  'application/x-download',
  'binary/octet-stream',
  'application/x-pdf',
]);

function looksReadable({ bytes, url }: WarcPayload): boolean {
  const box = tellBox(bytes);
  if (box === 'pdf' || box === 'rtf') return true;
  if (box !== null) return /\.docx?(?:$|[?#&])/i.test(url);
  const opening = new TextDecoder().decode(bytes.subarray(0, 1024));
  return /^\s{0,200}(?:<!doctype html|<html|<head|<body)\b/i.test(opening);
}
