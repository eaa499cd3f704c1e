import { startChromium } from './chromium'
import { holdJourneys } from './hold-journeys'

holdJourneys('Chromium of today', startChromium)
