// Must be first: the modules below may need its polyfills.
import '@/fallbacks'
import { startDatasetThread } from '@/workers/dataset-thread'
import { opensPackage } from './page-address'

// Small, so that it runs at once: the worker that reads the package starts while the page's code is still loading.
if (opensPackage(location)) startDatasetThread()
void import('./main')
