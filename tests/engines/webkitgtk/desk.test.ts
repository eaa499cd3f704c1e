import { runDeskJourneys } from '../run-journeys'
import { startWebKit } from '../webkit'

// A WebKitGTK window that showed several addresses after the map with WebGL has stopped answering once.
runDeskJourneys('WebKitGTK', startWebKit, { isNewEach: true })
