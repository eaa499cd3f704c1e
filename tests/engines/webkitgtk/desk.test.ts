import { holdDeskJourneys } from '../hold-journeys'
import { startWebKit } from '../webkit'

// A WebKitGTK window that showed several addresses after the map with WebGL has stopped answering once.
holdDeskJourneys('WebKitGTK', startWebKit, { isNewEach: true })
