/** Made-up importers: every address ends in .example, every telephone number is a 555 one. Name, person, number, domain. */
type Company = {
  readonly name: string;
  readonly onFile: string;
  readonly person: readonly [first: string, last: string];
  readonly kind: 'ein' | 'cbp' | 'ssn';
  readonly number: string;
  readonly domain: string;
};

const ein = (name: string, onFile: string, first: string, last: string, number: string, domain: string): Company => ({
  ...{ name, onFile, person: [first, last], kind: 'ein', number, domain: `${domain}.example` },
});

export const companies: readonly [Company, ...Company[]] = [
  ein('Acme Imports LLC', 'ACME IMPORTS, L.L.C.', 'Rosa', 'Alvarez', '95-1234501', 'acme-imports'),
  ein('Bluebird Toys Inc', 'BLUEBIRD TOYS INCORPORATED', 'Priya', 'Shah', '94-2234502', 'bluebird-toys'),
  ein('Cedar & Sons Furniture', 'CEDAR AND SONS FURNITURE CO', 'Owen', 'Cedar', '36-3234503', 'cedar-sons'),
  ein('Delta Ceramics LLC', 'DELTA CERAMICS LLC', 'Jun', 'Park', '58-4234504', 'delta-ceramics'),
  ein('Eastgate Bicycle Works', 'EASTGATE BICYCLE WORKS INC', 'Marta', 'Nowak', '13-5234505', 'eastgate-bikes'),
  ein('Fjord Outdoor Supply', 'FJORD OUTDOOR SUPPLY LLC', 'Ingrid', 'Dahl', '41-6234506', 'fjord-outdoor'),
  ein('Golden Wok Kitchenware', 'GOLDEN WOK KITCHENWARE CORP', 'Wei', 'Chen', '95-7234507', 'golden-wok'),
  ein('Highland Wool Traders', 'HIGHLAND WOOL TRADERS LLC', 'Fiona', 'Reid', '04-8234508', 'highland-wool'),
  ein('Island Coffee Roasters', 'ISLAND COFFEE ROASTERS INC', 'Kai', 'Akana', '99-1334509', 'island-coffee'),
  ein('Juniper Lighting Co', 'JUNIPER LIGHTING COMPANY', 'Dana', 'Levi', '22-2334510', 'juniper-lighting'),
  ein('Kestrel Auto Parts', 'KESTREL AUTO PARTS INTL INC', 'Luca', 'Romano', '38-3334511', 'kestrel-auto'),
  ein('Lakeside Marine LLC', 'LAKESIDE MARINE LLC', 'Grace', 'Obi', '39-4334512', 'lakeside-marine'),
  ein('Monarch Textiles', 'MONARCH TEXTILES USA INC', 'Sana', 'Malik', '56-5334513', 'monarch-textiles'),
  ein('North Pier Seafood', 'NORTH PIER SEAFOOD CO LLC', 'Erik', 'Lund', '91-6334514', 'north-pier'),
  ein('Olive Branch Foods', 'OLIVE BRANCH FOODS INC', 'Nadia', 'Haddad', '11-7334515', 'olive-branch'),
  ein('Pacific Rim Tools', 'PACIFIC RIM TOOL CO', 'Ken', 'Mori', '94-8334516', 'pacific-rim-tools'),
  ein('Quarry Stone Imports', 'QUARRY STONE IMPORTS LLC', 'Ana', 'Silva', '75-1434517', 'quarry-stone'),
  ein('Riverbend Sporting Goods', 'RIVERBEND SPORTING GOODS INC', 'Cole', 'Bennett', '62-2434518', 'riverbend'),
  ein('Silk Route Apparel', 'SILK ROUTE APPAREL GROUP LLC', 'Leyla', 'Demir', '47-3434519', 'silk-route'),
  ein('Tidewater Instruments', 'TIDEWATER INSTRUMENTS INC', 'Paul', 'Greene', '54-4434520', 'tidewater'),
  ein('Uplands Garden Supply', 'UPLANDS GARDEN SUPPLY LLC', 'Hana', 'Kim', '93-5434521', 'uplands-garden'),
  ein('Vista Optical Imports', 'VISTA OPTICAL IMPORTS CORP', 'Diego', 'Ruiz', '86-6434522', 'vista-optical'),
  ein('Willow Creek Baby Goods', 'WILLOW CREEK BABY GOODS LLC', 'Emma', 'Frost', '84-7434523', 'willow-creek'),
  ein('Yarrow Herbal Products', 'YARROW HERBAL PRODUCTS INC', 'Noor', 'Rahman', '20-8434524', 'yarrow-herbal'),
  {
    ...{ name: 'Zephyr Sails Ltd', onFile: 'ZEPHYR SAILS LTD', person: ['Tom', 'Hale'] },
    ...{ kind: 'cbp', number: '252704-12345', domain: 'zephyr-sails.example' },
  },
  {
    ...{ name: 'Aurora Glassworks GmbH', onFile: 'AURORA GLASSWORKS GMBH', person: ['Lena', 'Vogt'] },
    ...{ kind: 'cbp', number: '241703-54321', domain: 'aurora-glass.example' },
  },
  {
    ...{ name: 'Maria Santos', onFile: 'SANTOS, MARIA', person: ['Maria', 'Santos'] },
    ...{ kind: 'ssn', number: '4821', domain: 'santos-pottery.example' },
  },
];

export type { Company };
