import { startChromium109 } from '../chromium'
import { runDeskJourneys } from '../run-journeys'

runDeskJourneys('Chromium 109', startChromium109)
