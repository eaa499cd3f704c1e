// Entry only: WebKit evaluates an entry again for each chunk that imports it, so it must contain nothing else.
import '@/fallbacks'
import './exchange.main'
