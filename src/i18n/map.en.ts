import type { mapZh } from './map.zh-CN'

/** Texts of the map's own tools, in English. */
export const mapEn: typeof mapZh = {
  look: {
    heading: '{{kind}}: {{column}}',
    title: 'Style: colour and size by data, heat map',
    density: 'Density',
    form: { auto: 'Automatic (cells where crowded)', cells: 'Cells', heat: 'Heat' },
    of: 'Count',
    measure: { count: 'All sources', overdue: 'Overdue only' },
    kind: 'Kind',
    byStanding: 'By severity',
    colour: 'Colour by',
    method: 'Classification',
    by: { natural: 'Natural breaks', quantile: 'Quantiles', equal: 'Equal intervals', manual: 'Manual' },
    classes: 'Classes',
    breaks: 'Breaks',
    notNumbers: 'Enter the breaks as numbers separated by commas, such as 5, 10, 20',
    limit: 'Include the limit',
    size: 'Size by',
    oneSize: 'Same size',
    sizes: 'Size: {{least}} to {{most}}',
    missing: 'No data',
    others: 'Others or no data',
    all: 'All',
  },
  worse: {
    title: 'Points with higher dustfall than in {{month}}',
    help: 'Sources within {{km}} km of the point that do not meet requirements, and those with problems new between the two months. For screening, not attribution.',
    none: 'No points with higher dustfall',
    near: '{{failing}} not met, {{overdue}} overdue, {{newly}} new problems',
    unplaced: 'No position yet: sources around it can’t be counted',
  },
  basemap: {
    title: 'Your own basemaps',
    none: 'Chentu works without a base map. You can add base maps from your intranet or Tianditu, or PMTiles and GeoJSON files on this device.',
    add: 'Add a basemap',
    save: 'Add',
    remove: 'Remove basemap {{name}}',
    help: 'Base maps are remembered on this device only. After you add a new server address the page reloads once; from then on it can reach only the servers you have added. The server must allow cross-origin requests (CORS).',
    kindLabel: 'Type',
    kind: { tiles: 'Tiles (XYZ or WMTS)', wms: 'WMS', pmtiles: 'PMTiles', geojson: 'GeoJSON' },
    name: 'Name',
    file: 'File on this device (or enter an address below)',
    template: 'Address with {z} {x} {y} or {TileMatrix} {TileCol} {TileRow}',
    url: 'Address',
    layers: 'WMS layer names, separated by commas',
    datum: 'Coordinate system of the base map',
    plain: 'WGS-84 or CGCS2000 (such as Tianditu)',
    shifted: 'GCJ-02 (such as Amap): corrected automatically',
    attribution: 'Attribution, shown on the map',
    line: 'Basemap: {{name}} {{attribution}}',
    ofPackage: 'Base map of the package',
    readWhole: 'The server does not support range requests; the base map was read as a whole',
    refused: {
      offline: 'Offline: the base map is not open; everything else works, and it opens by itself once online',
      missing:
        'No base map: the base map file named in the package is missing from the folder. Everything else works. Ask the administrator to put it beside datapackage.json',
      unreachable:
        'No base map: the server did not respond. Everything else works. Ask the administrator to check the server, then reopen the page',
      redirected:
        'No base map: the server redirected the file elsewhere. Everything else works. Ask the administrator to have the server provide the file directly',
      'no-ranges':
        'No base map: the server does not support range requests (HTTP Range), and at {{size}} the file is too large to read as a whole. Everything else works. Ask the administrator to enable range requests, or to cut the base map to 64 MB or less',
      'not-pmtiles':
        'No base map: the file is not PMTiles version 3, or it is damaged. Everything else works. Ask the administrator to make it again',
      'tiles-unknown':
        'No base map: the tile format is not supported. Everything else works. Ask the administrator for MVT vector tiles, or PNG, JPEG or WebP image tiles',
      'schema-unknown':
        'No base map: the schema of the vector tiles is not Protomaps, OpenMapTiles or Shortbread. Everything else works. If it is one of them, ask the administrator to state the schema under basemap in datapackage.json',
      datum:
        'No base map: vector base maps must be in WGS-84. Everything else works. Ask the administrator to replace the file or use image tiles',
    },
    keep: {
      title: 'Base map for offline use',
      none: 'No base map is stored on this device: offline, the map has no roads or place names.',
      old: 'The folder has a newer base map than the one stored here. Store it again while online.',
      whole: 'The whole base map is stored on this device ({{size}}) and is available offline.',
      city: 'The base map of the city is stored on this device (up to zoom {{zoom}}, {{size}}) and is available offline.',
      keepWhole: 'Store all of it ({{size}})',
      keepCity: 'Store the city ({{size}}, up to zoom {{zoom}})',
      sizing: 'Calculating size…',
      tooLarge: 'Only {{room}} left on this device, not enough for all of it',
      progress: 'Storing the base map: {{done}} of {{all}}',
      cancel: 'Stop',
      forget: 'Delete the stored base map (nothing else)',
      offline: 'The folder can’t be reached now; you can store the base map once you are online.',
      unkept: {
        full: 'Not enough space on this device: the base map was not stored. Other data is not affected. Free some space, or store only the city',
        private:
          'Private windows can’t store files: the base map was not stored. Other data is not affected. Use a normal window',
        denied:
          'Browser settings or a policy do not allow this site to store data: the base map was not stored. Other data is not affected. Allow cookies and site data for this site, then try again',
        shut: 'Browser storage can’t be written at the moment: the base map was not stored. Other data is not affected. Close other windows and try again',
        later:
          'The data on this device was written by a newer version of Chentu: the base map was not stored. Update Chentu, then try again',
        other: 'The browser did not store the base map. Other data is not affected. Try again',
        fetch:
          'The download was interrupted: the base map was not stored. Other data is not affected. Try again while online',
      },
    },
    broken: 'Base map “{{names}}” can’t be opened; everything else works',
    brokenOffline:
      'Offline: base map “{{names}}” can’t be opened; everything else works, and it opens by itself once online',
    and: '”, “',
    tianditu: {
      title: 'Tianditu',
      key: 'Your Tianditu key (tk)',
      whose: 'Tianditu',
      vec: 'Tianditu vector',
      img: 'Tianditu imagery',
      ter: 'Tianditu terrain',
      cva: 'Labels for vector',
      cia: 'Labels for imagery',
    },
    cannotAsk: 'Not opened, settings kept: {{fault}}. Delete it and add it again with a new address.',
    fault: {
      name: 'Enter a name',
      url: 'The address must start with http:// or https://',
      host: 'Browsers do not let web pages reach this host name (underscore, IPv6 address or similar). Ask the administrator for a host name without underscores or an IPv4 address',
      template: 'The tile address must contain {z}, {x} and {y} (or {TileMatrix}, {TileCol} and {TileRow})',
      layers: 'Enter the WMS layer names',
      file: 'Choose a file or enter an address',
      storage:
        'Not enough browser storage: the file was not added. Other data is not affected. Free some disk space, then try again',
    },
  },
}
