/**
 * What browsers with scripts get on top of pages that work without: each island looks for its own elements and does
 * nothing where there are none. Bundled into one module by scripts/build.mjs.
 */
import { startCopy } from './copy.ts';
import { startHover } from './hover.ts';
import { startNetwork } from './network.ts';
import { startPrint } from './print.ts';
import { startSuggest } from './suggest.ts';

startCopy(document);
startHover(document);
startNetwork(document);
startPrint(document);
startSuggest(document);
