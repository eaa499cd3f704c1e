import { startFirefox } from '../firefox'
import { holdFieldJourneys } from '../hold-journeys'

holdFieldJourneys('Firefox ESR', startFirefox)
