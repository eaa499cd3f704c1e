import { holdDeskJourneys } from '../hold-journeys'
import { startWebKit } from '../webkit'

// In a window that has shown the map with WebGL, WebKitGTK does not open another address.
holdDeskJourneys('WebKitGTK', startWebKit, { isNewEach: true })
