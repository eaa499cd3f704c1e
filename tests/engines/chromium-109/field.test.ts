import { startChromium109 } from '../chromium'
import { runFieldJourneys } from '../run-journeys'

runFieldJourneys('Chromium 109', startChromium109)
