/**
 * How many generated texts a property is tried on: its usual number, or what `SOHIEU_PROPERTY_RUNS` says for all of them
 * (10000 for a long look, a few where every second counts, as in mutation testing).
 */
const said = Number(process.env['SOHIEU_PROPERTY_RUNS'] ?? '');

export function propertyRuns(usual: number): { readonly numRuns: number } {
  return { numRuns: Number.isSafeInteger(said) && said > 0 ? said : usual };
}

/** A busy machine needs its time for thousands of texts. */
export const PROPERTY_TIMEOUT_MS = 1_200_000;
