// One entry for both: what they share with the large maps is cut by who needs it, and each entry more cuts it finer.
export { CandidateMap } from './CandidateMap'
export { TruckMap } from './TruckMap'
