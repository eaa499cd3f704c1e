import { startFirefox } from './firefox'
import { holdJourneys } from './hold-journeys'

holdJourneys('Firefox ESR', startFirefox)
