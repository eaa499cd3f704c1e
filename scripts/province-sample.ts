import { writeMadeUpProvince } from './province/made-up'

// npm run province:sample DIR [CITIES COUNTIES MONTHS SOURCES SEED]: writes a province of made-up cities, all marked as
// such; counties and sources are per city.

const [, , out, ...numbers] = process.argv
if (!out) {
  console.error('npm run province:sample DIR [CITIES COUNTIES MONTHS SOURCES SEED]')
  process.exit(2)
}
const [cities = 5, counties = 8, months = 14, sources = 400, seed = 1] = numbers.map(Number)
writeMadeUpProvince(out, { cities, counties, months, sources, seed })
