import { startFirefox } from '../firefox'
import { runFieldJourneys } from '../run-journeys'

runFieldJourneys('Firefox ESR', startFirefox)
