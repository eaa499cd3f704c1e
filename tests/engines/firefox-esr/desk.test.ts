import { startFirefox } from '../firefox'
import { runDeskJourneys } from '../run-journeys'

runDeskJourneys('Firefox ESR', startFirefox)
