import { startChromium109 } from '../chromium'
import { holdDeskJourneys } from '../hold-journeys'

holdDeskJourneys('Chromium 109', startChromium109)
