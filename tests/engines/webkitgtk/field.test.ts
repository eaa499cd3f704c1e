import { runFieldJourneys } from '../run-journeys'
import { startWebKit } from '../webkit'

// WebKit does not open an address of this machine that it treats as another machine (“restricted network host”).
runFieldJourneys('WebKitGTK', startWebKit, { without: ['plain HTTP'] })
