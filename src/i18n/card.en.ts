import type { cardZh } from './card.zh-CN'

/** The same in English. */
export const cardEn: typeof cardZh = {
  requirements: {
    title: 'Requirements',
    count: '{{count}}: {{parts}}',
    comma: ', ',
    none: 'The plan has no requirements for this kind that can be checked',
    kept: '{{count}} met',
    missing: 'Not met: {{items}}',
    unrecorded: 'Not recorded: {{items}}',
  },
  measured: {
    by: { readings: 'by readings', tracks: 'by tracks of trucks' },
    byMarked: '{{by}}: {{marks}}',
    ofClass: { readings: ', readings: {{of}}', tracks: ', tracks: {{of}}' },
    evidence: '{{said}}; by the rule: {{source}}',
    online: 'By readings: {{hours}} of {{of}} hours valid from {{from}} to {{to}}, {{share}}, ',
    enough: 'not below {{least}}',
    low: 'below {{least}}',
    enoughReference: 'not below the reference {{least}} (not verified)',
    lowReference: 'below the reference {{least}} (not verified)',
    noDay: 'Readings up to {{asOf}} have no whole day (a day that is not whole does not count), fewer than {{least}}; ',
    fewDays:
      'Readings up to {{asOf}} have {{days}} whole days, the last {{last}} (a day that is not whole does not count), fewer than {{least}}; ',
    oldDays: 'The last whole day of readings is {{last}}, {{least}} days or more before {{asOf}}; ',
    byList:
      'so whether it is online is judged by the inventory and by checks: {{value}}. The value of the last hour is shown under “Dust monitor” and is not judged.',
    verify: ', to be checked on site',
    verifySilent: ', nothing valid came: to be checked on site whether it is out of order or does not send',
    toVerify: 'to be verified',
    classMark: ' ({{of}})',
    ofRequirement: ' (by readings or tracks, to be verified)',
    boardToVerify: 'By readings or tracks to be verified: {{count}}, not counted as not met',
    calibrated:
      'Readings carry the flag of a calibration this quarter on {{days}}: to compare with the date; without a flag nothing is amiss',
    why: {
      title: 'Whether the monitor is online',
      readings:
        'Judged by readings, not by the inventory: those of the package, and those imported in this browser. For a day that both contain, real readings take precedence; if both are real, those with more valid hours. Days that nobody imported stay unknown.',
      share:
        'Online: at least {{least}} of the hours of the last {{days}} days up to the date are valid. Days on which no device reported are left out.',
      unconfirmed:
        'No plan or standard says this share and time; nobody confirmed them. What is below is not counted as not met: it is to be verified on site by a person. What inventory or checks say is not online stays so. Once the package says that they are confirmed, and by which document, what is below is not met.',
      hour: 'An hour is valid where TSP, PM10 or PM2.5 has {{least}} minutes of valid data.',
      otherwise:
        'With fewer than {{days}} days of readings, or none in the last {{days}} days, inventory and checks stand; so does a check made on the last of these days or later. Made-up readings never judge real data.',
    },
    comma: ', ',
    trips:
      'By tracks of trucks: {{byDay}} of {{trips}} hauls that left from this county by day from {{from}} to {{to}}, {{share}}',
    tripsUnconfirmed: ' (hours of day not verified)',
    verifyTrips: '; not counted as not met until these are confirmed',
    stated: 'The county reported {{byDay}} of {{trips}}, {{share}}; in a month with tracks that does not count.',
    whyTrips: {
      title: 'Share of muck-truck trips by day',
      tracks:
        'Computed from truck tracks in the month of the as-of date, up to that day: those of the package, and those that this browser imported. What the county reported does not count.',
      month: 'The plan names no period; the month was chosen for Chentu, not verified.',
      otherwise:
        'If no tracks of the month start in the county, what it reported is used. Made-up tracks never judge real data, and are never added to real ones.',
    },
  },
  surveys: {
    title: 'Surveys',
    count: '{{count}} in all',
    day: 'Date',
    later: 'after the as-of date, not counted',
    visited: 'Looked at by a patrol on {{day}} ({{who}})',
    inspected: 'Last inspection in the register: {{day}} ({{file}})',
  },
  place: { title: 'Place', open: 'Open on a public map (needs the internet)' },
  point: {
    title: 'Dustfall point',
    kind: 'Dustfall point',
    nearby: 'Dustfall points nearby',
    nearest: 'none within {{km}} km; the nearest:',
    nearbyCount: '{{count}} within {{km}} km',
    where: '{{km}} km {{direction}}',
    series: '{{from}} to {{to}}: lowest {{least}}, highest {{most}} ({{known}} of {{of}} months known)',
    noSeries: 'No figures in the last 13 months',
    noMonth: 'No figure of this point in the month',
    unknown:
      'The data that is open has no point {{code}}. The link may be of other data: go back to the ranking by ←, or choose another point on the map',
    notPlaced: 'Position not known yet: import the coordinates of the points to see what is around it',
    surroundings: 'Problems within {{km}} km',
    problems: '{{overdue}} overdue, {{failing}} not met',
    more: '{{count}} more',
    far: '{{km}} km',
    narrow: 'Only what is within {{km}} km',
    upwind: 'What is upwind',
  },
  figure: {
    of: '{{county}} {{month}} {{value}}: how the figure came about',
    formula: 'Formula (HJ 1221-2021)',
    limit: 'Against the limit of {{limit}}',
    measured: 'Weighed and computed',
    excluded: 'left out',
    noPoints: 'Only the published figure is known, not its points',
    now: 'Today’s data, changed since publication; the published figure stands',
    around: 'Only what is within {{km}} km of these points',
  },
}
