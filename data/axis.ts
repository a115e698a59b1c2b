/**
 * Where each term belongs on the map of the gut–skin axis: in a place of the body, on a pathway between gut and skin, or
 * elsewhere. Mostly that follows from what the glossary says of the term; where it doesn't, the list below decides. The
 * map says where words belong and nothing of how sure a link is.
 */
import type { Entry, Glossary } from './entry.ts';

/** In the order in which they are met on the way from the gut to the skin. */
export const REGIONS = [
  'gut-contents',
  'gut-lining',
  'barrier',
  'metabolites',
  'blood',
  'immune',
  'immune-cells',
  'neuro-endocrine',
  'nerves',
  'skin',
  'elsewhere',
] as const;
export type Region = (typeof REGIONS)[number];

/** The terms of each region, by name. A term may be in several. */
export type Axis = Record<Region, Entry[]>;

/** Terms whose kind would put them in the wrong place, or in none. What is listed here is listed in full. */
export const BY_HAND: Record<Region, string> = {
  'gut-contents': `
    antibiotics bacteriocins beta-glucuronidase bile-acids biofilm bloating breastfeeding breath-test
    colonisation-resistance commercial-gut-microbiome-tests constipation cross-feeding diarrhoea dietary-fibre
    digestive-enzymes dysbiosis elimination-diet faecal-microbiota-transplantation fermentation
    firmicutes-bacteroidetes-ratio food-intolerance germ-free-mice gut-health gut-microbiome gut-motility
    gut-skin-axis irritable-bowel-syndrome lactococcus-lactis lactose-intolerance microbial-diversity microbiome
    pathogen postbiotics prebiotics probiotics psychobiotics quorum-sensing rifaximin secondary-bile-acids
    small-intestinal-bacterial-overgrowth strain synbiotics`,
  'gut-lining': `
    antimicrobial-peptides bacterial-translocation calprotectin claudin-1 coeliac-disease crohns-disease defensins
    diamine-oxidase enterocytes enteroendocrine-cells epithelial-barrier-hypothesis epithelium food-allergy
    food-intolerance gastro-oesophageal-reflux-disease glp-1 goblet-cells gut-associated-lymphoid-tissue
    gut-healing-protocols helicobacter-pylori histamine-intolerance i-fabp inflammatory-bowel-disease
    intestinal-permeability intestinal-villi lactulose-mannitol-test leaky-gut m-cells mucosal-immunity mucus-layer
    non-coeliac-gluten-sensitivity occludin paneth-cells proton-pump-inhibitors secretory-iga tight-junctions
    ulcerative-colitis zo-1 zonulin`,
  barrier: `
    antimicrobial-peptides bacterial-translocation ceramides claudin-1 corneocytes corneometry defensins dry-skin
    emollients epidermis epithelial-barrier-hypothesis epithelium filaggrin goblet-cells hyperkeratosis
    intestinal-permeability intestinal-villi keratinocytes lactulose-mannitol-test leaky-gut ll-37 loricrin
    metabolic-endotoxaemia mucus-layer natural-moisturising-factor occludin paneth-cells skin-barrier skin-ph
    stratum-corneum tight-junctions transepidermal-water-loss zo-1 zonulin`,
  metabolites: `
    aryl-hydrocarbon-receptor beta-glucuronidase bile-acid-receptors bile-acids cross-feeding d-lactate
    dietary-fibre equol fermentation ffar2 ffar3 gpr109a hdac-inhibition kynurenine lactic-acid metabolome
    metabolomics secondary-bile-acids tmao tryptophan`,
  blood: `
    androgens antibodies autoantibodies bacterial-translocation c-reactive-protein catecholamines cortisol d-lactate
    flushing i-fabp ige igf-1 insulin insulin-resistance kynurenine lipopolysaccharide low-grade-inflammation
    lps-binding-protein melatonin metabolic-endotoxaemia metabolic-syndrome metabolome nitric-oxide oestrogen
    progesterone scd14 systemic-inflammation telangiectasia tmao type-2-diabetes`,
  immune: `
    adaptive-immunity antibodies antihistamines antimicrobial-peptides autoantibodies biologics c-reactive-protein
    calcineurin-inhibitors ciclosporin gut-associated-lymphoid-tissue histamine ige immune-system immune-tolerance
    inflammation innate-immunity jak-inhibitors jak-stat lipopolysaccharide low-grade-inflammation methotrexate
    molecular-mimicry mucosal-immunity nf-kappab nlrp3-inflammasome pde4-inhibitors peptidoglycan prostaglandins
    regulatory-t-cells scd14 secretory-iga sensitisation systemic-inflammation th1-cells th17-cells th2-cells tlr2
    tlr4 toll-like-receptors topical-corticosteroids`,
  'immune-cells': `
    adaptive-immunity allergic-rhinitis anaphylaxis asthma atopic-march atopy autoimmunity food-allergy
    gut-associated-lymphoid-tissue hygiene-hypothesis immune-system immune-tolerance innate-immunity
    langerhans-cells mast-cells mucosal-immunity psoriatic-arthritis regulatory-t-cells sensitisation th1-cells
    th17-cells th2-cells`,
  'neuro-endocrine': `
    androgens brain-skin-axis catecholamines circadian-rhythm combined-oral-contraceptives cortisol
    enteroendocrine-cells equol glp-1 glp-1-receptor-agonists gut-brain-axis gut-brain-skin-axis
    hormone-replacement-therapy igf-1 insulin insulin-resistance isoflavones itch-scratch-cycle meditation melatonin
    menopause metformin oestrogen polycystic-ovary-syndrome progesterone pruritus psychobiotics sleep spironolactone
    stress trpv1`,
  nerves: `
    brain-skin-axis circadian-rhythm gut-brain-axis gut-brain-skin-axis itch-scratch-cycle meditation
    prurigo-nodularis pruritus sleep stress trpv1`,
  skin: `
    alpha-hydroxy-acids antibiotics antimicrobial-peptides azelaic-acid bacteriocins bacteriotherapy
    benzoyl-peroxide biofilm bleach-baths brain-skin-axis calcineurin-inhibitors cellular-senescence ceramides
    claudin-1 collagen colonisation-resistance corneocytes corneometry defensins dermatology-life-quality-index
    dermis dry-skin dysbiosis eczema-area-and-severity-index elastin emollients epidermis
    epithelial-barrier-hypothesis epithelium fibroblasts filaggrin flushing gut-brain-skin-axis gut-skin-axis
    hair-follicle hyaluronic-acid hyperkeratosis investigator-global-assessment isotretinoin itch-scratch-cycle
    ivermectin keratinocytes langerhans-cells ll-37 loricrin mast-cells matrix-metalloproteinases melanocytes
    microbial-diversity microbiome natural-moisturising-factor niacinamide patch-test pathogen pde4-inhibitors
    phototherapy pollution prurigo-nodularis pruritus psoriasis-area-and-severity-index quorum-sensing retinoids
    salicylic-acid scorad sebaceous-glands sebum skin-ageing skin-barrier skin-elasticity skin-microbiome skin-ph
    skin-prick-test squalene strain stratum-corneum tapinarof telangiectasia tight-junctions topical-corticosteroids
    topical-probiotics transepidermal-water-loss ultraviolet-light vitreoscilla-filiformis wound-healing`,
  elsewhere: 'comorbidity glutathione obesity',
};

const LISTED = new Map<string, Region[]>();
for (const region of REGIONS)
  for (const id of BY_HAND[region].trim().split(/\s+/)) LISTED.set(id, [...(LISTED.get(id) ?? []), region]);

/** @returns the regions that follow from a term's kind, from where it lives and from what makes it. */
function byWhatItIs({ kind, livesIn = '', related }: Entry): Region[] {
  switch (kind) {
    case 'diet':
      return ['gut-contents'];
    case 'microbe': {
      const gut = /\b(?:gut|bowel|stomach)\b/i.test(livesIn);
      const skin = /\b(?:skin|pores)\b/i.test(livesIn);
      return [...(gut ? (['gut-contents'] as const) : []), ...(skin ? (['skin'] as const) : [])];
    }
    case 'molecule':
      return related.some(({ id, as }) => as === 'made-by' && id === 'gut-microbiome') ? ['metabolites'] : [];
    case 'cell':
      return ['immune-cells'];
    case 'immune':
      return ['immune'];
    case 'nervous-system':
      return ['nerves', 'neuro-endocrine'];
    case 'condition':
      return ['skin'];
    default:
      return [];
  }
}

/** @returns the regions of a term: as listed, else by what it is, else where the terms belong that it is a kind of. */
function regionsOf(entry: Entry, glossary: Glossary): Region[] {
  const direct = (one: Entry) => LISTED.get(one.id) ?? byWhatItIs(one);
  const regions = direct(entry);
  if (regions.length > 0) return regions;
  const wider = entry.related.filter(({ as }) => as === 'broader').flatMap(({ id }) => glossary[id] ?? []);
  const inherited = [...new Set(wider.flatMap(direct))];
  return inherited.length > 0 ? inherited : ['elsewhere'];
}

/** @returns the terms of each region, by name. Each term is in at least one. */
export function axisOf(glossary: Glossary): Axis {
  const axis = Object.fromEntries(REGIONS.map((region) => [region, [] as Entry[]])) as Axis;
  const { compare } = new Intl.Collator('en');
  for (const entry of Object.values(glossary).sort((a, b) => compare(a.name, b.name)))
    for (const region of regionsOf(entry, glossary)) axis[region].push(entry);
  return axis;
}
