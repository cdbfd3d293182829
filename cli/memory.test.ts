import { getHeapStatistics } from 'node:v8';
import { expect, it } from 'vitest';
import { keepHeapSmall } from './memory.ts';

it('collects what is dead once the heap has grown, and leaves it alone before', () => {
  const tidy = keepHeapSmall();
  const before = getHeapStatistics().used_heap_size;
  tidy();
  const kept: number[][] = [];
  while (getHeapStatistics().used_heap_size < before + 60 * 2 ** 20)
    kept.push(Array.from({ length: 1000 }, (_, n) => n));
  kept.length = 0;
  tidy();
  expect(getHeapStatistics().used_heap_size).toBeLessThan(before + 20 * 2 ** 20);
});
