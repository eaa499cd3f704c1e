// One entry for both maps: the bundler splits shared code by its users, and every further entry makes the chunks
// smaller.
export { CandidateMap } from './CandidateMap'
export { TruckMap } from './TruckMap'
