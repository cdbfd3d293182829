import { describe, expect, it } from 'vitest';
import { createExtraction } from './extraction.ts';

const long = { text: `${'Không có gì ở đây. '.repeat(2000)}Chỉ thị số 18-CT/TW.`, place: null, published: null };

describe('extraction of long texts', () => {
  it('gives the same as of short ones', async () => {
    const done = await createExtraction()(long);
    expect(done).toMatchObject({
      kind: 'extracted',
      value: { citations: [{ canonical: '18-CT/TW' }], documents: [null] },
    });
  });

  it('is stopped when it takes too long', async () => {
    expect(await createExtraction({ deadlineMs: 1 })(long)).toEqual({ kind: 'too-slow' });
  });

  it('tells the next one to wait while all workers are taken, and takes it afterwards', async () => {
    const extract = createExtraction({ workers: 1 });
    const first = extract(long);
    expect(await extract(long)).toEqual({ kind: 'busy' });
    expect(await extract({ ...long, text: 'Chỉ thị số 18-CT/TW' })).toMatchObject({ kind: 'extracted' });
    await first;
    expect(await extract(long)).toMatchObject({ kind: 'extracted' });
  });
});
