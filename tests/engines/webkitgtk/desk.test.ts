import { holdDeskJourneys } from '../hold-journeys'
import { startWebKit } from '../webkit'

holdDeskJourneys('WebKitGTK', startWebKit)
