import { holdFieldJourneys } from '../hold-journeys'
import { startWebKit } from '../webkit'

// WebKit opens no address that reaches this machine and that it takes for another (“restricted network host”).
holdFieldJourneys('WebKitGTK', startWebKit, ['plain HTTP'])
