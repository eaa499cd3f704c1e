import { parentPort } from 'node:worker_threads'
import { type CityOrder, judgeCity } from './judge-city'

// A thread that judges one city after the other.
parentPort?.on('message', async (order: CityOrder) => {
  try {
    parentPort?.postMessage({ judged: await judgeCity(order) })
  } catch (error) {
    parentPort?.postMessage({ failed: String(error) })
  }
})
