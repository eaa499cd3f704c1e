// The panels that are loaded later, as one file.
export { AreaPanel } from './area/AreaPanel'
export { CasesPanel } from './cases/CasesPanel'
export { GradesPanel } from './grades/GradesPanel'
export { PlanPanel } from './plan/PlanPanel'
export { TablePanel } from './table/TablePanel'
export { UpwindPanel } from './upwind/UpwindPanel'
export { VisitsPanel } from './visits/VisitsPanel'
export { WarningsPanel } from './warnings/WarningsPanel'
