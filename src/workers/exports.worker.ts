// Only an entry: WebKit evaluates an entry once more for each chunk that imports it, so nothing may stand here.
import '@/fallbacks'
import './exports.main'
