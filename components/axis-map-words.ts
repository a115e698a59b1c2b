/** What the regions of the map are called, and a line on what belongs there. */
import { i18n } from '#i18n';
import type { Region } from '../data/axis.ts';

export function regionWords(region: Region): { name: string; about: string } {
  switch (region) {
    case 'gut-contents':
      return { name: i18n.t('map.gutContents'), about: i18n.t('map.gutContentsAbout') };
    case 'gut-lining':
      return { name: i18n.t('map.gutLining'), about: i18n.t('map.gutLiningAbout') };
    case 'barrier':
      return { name: i18n.t('map.barrier'), about: i18n.t('map.barrierAbout') };
    case 'metabolites':
      return { name: i18n.t('map.metabolites'), about: i18n.t('map.metabolitesAbout') };
    case 'blood':
      return { name: i18n.t('map.blood'), about: i18n.t('map.bloodAbout') };
    case 'immune':
      return { name: i18n.t('map.immune'), about: i18n.t('map.immuneAbout') };
    case 'immune-cells':
      return { name: i18n.t('map.immuneCells'), about: i18n.t('map.immuneCellsAbout') };
    case 'neuro-endocrine':
      return { name: i18n.t('map.neuroEndocrine'), about: i18n.t('map.neuroEndocrineAbout') };
    case 'nerves':
      return { name: i18n.t('map.nerves'), about: i18n.t('map.nervesAbout') };
    case 'skin':
      return { name: i18n.t('map.skin'), about: i18n.t('map.skinAbout') };
    case 'elsewhere':
      return { name: i18n.t('map.elsewhere'), about: i18n.t('map.elsewhereAbout') };
  }
}
