import { startFirefox } from '../firefox'
import { holdDeskJourneys } from '../hold-journeys'

holdDeskJourneys('Firefox ESR', startFirefox)
