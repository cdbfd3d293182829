/** Runs beside the server: extracts one text and ends. Its limits of time and memory are set by extraction.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { extractText } from './extract-text.ts';

const place = z.object({ province: z.string(), district: z.string().optional(), commune: z.string().optional() });
const given = z.object({
  text: z.string(),
  place: place.nullable(),
  sourcePlaces: z.array(place).optional(),
  published: z.string().nullable(),
});

parentPort?.postMessage(extractText(given.parse(workerData)));
