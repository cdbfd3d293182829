import { describe, expect, it } from 'vitest';
import { checkDigest } from './warc-digest.ts';

const bytes = new TextEncoder().encode('Sông Mơ');
const sha1 = 'sha1:';

describe('checkDigest', () => {
  it.each([
    ['sha256:C3A8', 'unknown'],
    [null, 'unknown'],
    ['crc32:12345678', 'unknown'],
    ['sha256', 'unknown'],
    [`sha256:${'0'.repeat(64)}`, 'differs'],
    [`${sha1}${'A'.repeat(32)}`, 'differs'],
  ])('%s: %s', (stated, verdict) => {
    expect(checkDigest(stated, bytes)).toBe(verdict);
  });

  it('reads hex and base32 alike', () => {
    // FIPS 180 and RFC 4648 examples: the digests of nothing.
    const empty = new Uint8Array();
    expect(checkDigest('sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ', empty)).toBe('fits');
    expect(checkDigest('SHA-1:da39a3ee5e6b4b0d3255bfef95601890afd80709', empty)).toBe('fits');
    expect(checkDigest('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', empty)).toBe('fits');
    expect(checkDigest('sha256:4OYMIQUY7QOBJGX36TEJS35ZEQT24QPEMSNZGTFESWMRW6CSXBKQ====', empty)).toBe('fits');
  });
});
