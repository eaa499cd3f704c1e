import { startChromium109 } from '../chromium'
import { holdFieldJourneys } from '../hold-journeys'

holdFieldJourneys('Chromium 109', startChromium109)
