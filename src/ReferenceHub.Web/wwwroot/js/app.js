import { startKeys } from "./keys.js";
import { startForms } from "./forms.js";
import { startDrafts } from "./drafts.js";
import { startConfirm } from "./confirm.js";
import { startSwaps } from "./swaps.js";
import { startToggles } from "./toggles.js";
import { startCopy } from "./copy.js";
import { startSums } from "./sums.js";
import { startPalette } from "./palette.js";

startConfirm();
startForms();
startDrafts();
startSwaps();
startToggles();
startCopy();
startSums();
startPalette();
startKeys();
