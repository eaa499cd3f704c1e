import { startChromium109 } from './chromium'
import { holdJourneys } from './hold-journeys'

holdJourneys('Chromium 109', startChromium109)
