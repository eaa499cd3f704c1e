// Keep this entry empty: WebKit evaluates an entry again for each chunk that imports it.
import '@/fallbacks'
import './reader.main'
