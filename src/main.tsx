// Starts the app: the look before the first paint, then the frame, then everything that may take its time.
import '#ui/tokens.css';
import '#ui/base.css';
import { render } from 'preact';
import { shellIsStored, whenReadyOffline } from '#app/offline-ready.ts';
import { Shell } from '#app/shell.tsx';
import { trustOwnScripts } from '#app/trusted-scripts.ts';
import { startUpdates } from '#app/updates.ts';
import { startCatalog, watchCatalog } from '#state/catalog.ts';
import { applyTheme, watchDevice } from '#state/device.ts';
import { watchIdle } from '#state/idle-moment.ts';
import { whenOpen } from '#state/notebook.ts';
import { startSources } from '#state/sources.ts';
import { showToast } from '#ui/toast.tsx';

applyTheme();
trustOwnScripts();
watchDevice();

const frame = document.getElementById('app');
if (frame !== null) render(<Shell />, frame);

// A notebook that cannot be opened is a state of its own, shown by the frame.
whenOpen().catch(() => {});
watchIdle();
void startCatalog();
watchCatalog();
startSources();
whenReadyOffline(() => showToast({ words: 'Ready to use offline.' }));
void startUpdates(shellIsStored);
