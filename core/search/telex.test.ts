import { describe, expect, it } from 'vitest';
import { mendTelex } from './telex.ts';

describe('mendTelex', () => {
  it.each([
    ['nghij quyeets', 'nghị quyết'],
    ['ddinhj', 'định'],
    ['thoong tuw', 'thông tư'],
    ['thur tuwowngs', 'thủ tướng'],
    ['tinhr uyr', 'tỉnh ủy'],
    ['quys thuyr', 'quý thủy'],
    ['337/2021/nq-hddnd', '337/2021/nq-hđnd'],
    // What is a syllable, a symbol or no Vietnamese stays.
    ['nghi quyet 21 tinh uy', 'nghi quyet 21 tinh uy'],
    ['21-NQ/TU', '21-NQ/TU'],
    ['TTg BTC', 'TTg BTC'],
    ['nghị quyết', 'nghị quyết'],
  ])('%s → %s', (typed, mended) => {
    expect(mendTelex(typed)).toBe(mended);
  });

  it('takes endless words as they are', () => {
    const long = 'sfrxj'.repeat(20_000);
    expect(mendTelex(long)).toBe(long);
  });
});
