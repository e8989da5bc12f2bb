import { countInWorker } from './counter.ts';

countInWorker();
