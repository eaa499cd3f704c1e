// First: the modules below may need what it adds to the browser.
import '@/fallbacks'
import { startDatasetThread } from '@/workers/dataset-thread'
import { opensPackage } from './page-address'

// Small, so that it runs at once: the thread that reads the package starts while the page's code still comes.
if (opensPackage(location)) startDatasetThread()
void import('./main')
