import { describe, expect, it } from 'vitest';
import { tellBox } from './read-input.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('tellBox', () => {
  it.each([
    ['%PDF-1.7\n', 'pdf'],
    ['\u00EF\u00BB\u00BF%PDF-1.4', 'pdf'],
    [' \r\n\t%PDF-1.4', 'pdf'],
    ['\u00EF\u00BB\u00BF\n%PDF-1.4', 'pdf'],
    ['{\\rtf1\\ansi', 'rtf'],
    ['PK\u0003\u0004rest', 'zip'],
    ['PK\u0005\u0006', 'zip'],
    ['\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1rest', 'cfb'],
    ['\u0000\u000Ereport.pdf\u0000\u0000%PDF-1.4', 'pdf'],
    ['\u001F\u008B\u0008\u0000%PDF-1.4', null],
    ['', null],
    ['<html>%PDF-1.7', null],
    ['PK is how a report may begin', null],
    ['{\\r', null],
    ['\u00D0\u00CF\u0011\u00E0', null],
    [`${' '.repeat(1100)}%PDF-1.7`, null],
  ])('%j is %s', (opening, format) => {
    expect(tellBox(bytesOf(opening))).toBe(format);
  });
});
