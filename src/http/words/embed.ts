import type { EmbedLayout } from '../../web/embed-layouts.ts';
import type { Language } from './index.ts';

/** The words of the page on which an editor chooses how a story is embedded. */
export interface EmbedWords {
  title: string;
  theme: string;
  themes: { auto: string; light: string; dark: string };
  layout: string;
  layouts: Record<EmbedLayout, string>;
  start: string;
  window: string;
  height: string;
  accent: string;
  plain: string;
  static: string;
  apply: string;
  preview: string;
  script: string;
  frame: string;
  address: string;
  picture: string;
  copy: string;
  copied: string;
  /** To an editor: the map style of the setting cannot be had. */
  styleLost: string;
  /** To an editor, above the faults themselves: settings of the map that are not fit for use. */
  faults: string;
}

const TABLES: Record<Language, EmbedWords> = {
  en: {
    title: 'Embed this story',
    theme: 'Colours',
    themes: { auto: 'As the reader has them', light: 'Light', dark: 'Dark' },
    layout: 'Layout',
    layouts: {
      full: 'Map, timeline and list',
      map: 'Map and timeline',
      timeline: 'Timeline and list',
      list: 'List',
      compact: 'Compact',
    },
    start: 'Open at (day)',
    window: 'Only between (day/day)',
    height: 'Height in pixels, or auto',
    accent: 'Accent colour',
    plain: 'Without headline',
    static: 'Without script',
    apply: 'Show',
    preview: 'Preview',
    script: 'Script: the best there is, with links to single events',
    frame: 'Frame: where no script is allowed',
    address: 'Address: to paste into WordPress, Ghost or Drupal',
    picture: 'Picture: for newsletters; with .svg in place of .png for print',
    copy: 'Copy',
    copied: 'Copied',
    styleLost:
      'The map style that is set for this site cannot be loaded from here. Readers see Dateline’s own map instead.',
    faults: 'A setting of the map cannot be used. Readers see Dateline’s own map and colours instead:',
  },
  de: {
    title: 'Diese Geschichte einbetten',
    theme: 'Farben',
    themes: { auto: 'Wie beim Leser', light: 'Hell', dark: 'Dunkel' },
    layout: 'Aufbau',
    layouts: {
      full: 'Karte, Zeitleiste und Liste',
      map: 'Karte und Zeitleiste',
      timeline: 'Zeitleiste und Liste',
      list: 'Liste',
      compact: 'Kompakt',
    },
    start: 'Beginnen bei (Tag)',
    window: 'Nur zwischen (Tag/Tag)',
    height: 'Höhe in Pixeln oder auto',
    accent: 'Akzentfarbe',
    plain: 'Ohne Überschrift',
    static: 'Ohne Skript',
    apply: 'Zeigen',
    preview: 'Vorschau',
    script: 'Skript: kann am meisten, auch Links zu einzelnen Ereignissen',
    frame: 'Rahmen: wo kein Skript erlaubt ist',
    address: 'Adresse: zum Einfügen in WordPress, Ghost oder Drupal',
    picture: 'Bild: für Newsletter; mit .svg statt .png für den Druck',
    copy: 'Kopieren',
    copied: 'Kopiert',
    styleLost:
      'Der für diese Website eingestellte Kartenstil lässt sich von hier aus nicht laden. Leser sehen stattdessen die eigene Karte von Dateline.',
    faults: 'Eine Einstellung der Karte ist nicht brauchbar. Leser sehen stattdessen Karte und Farben von Dateline:',
  },
  fr: {
    title: 'Intégrer ce récit',
    theme: 'Couleurs',
    themes: { auto: 'Celles du lecteur', light: 'Claires', dark: 'Sombres' },
    layout: 'Disposition',
    layouts: {
      full: 'Carte, frise et liste',
      map: 'Carte et frise',
      timeline: 'Frise et liste',
      list: 'Liste',
      compact: 'Compacte',
    },
    start: 'Ouvrir au (jour)',
    window: 'Seulement entre (jour/jour)',
    height: 'Hauteur en pixels, ou auto',
    accent: 'Couleur d’accent',
    plain: 'Sans titre',
    static: 'Sans script',
    apply: 'Afficher',
    preview: 'Aperçu',
    script: 'Script : le plus complet, avec des liens vers chaque événement',
    frame: 'Cadre : là où aucun script n’est permis',
    address: 'Adresse : à coller dans WordPress, Ghost ou Drupal',
    picture: 'Image : pour les lettres d’information ; avec .svg au lieu de .png pour l’imprimé',
    copy: 'Copier',
    copied: 'Copié',
    styleLost:
      'Le style de carte défini pour ce site ne peut pas être chargé d’ici. Les lecteurs voient à la place la carte de Dateline.',
    faults:
      'Un réglage de la carte est inutilisable. Les lecteurs voient à la place la carte et les couleurs de Dateline :',
  },
  es: {
    title: 'Insertar esta historia',
    theme: 'Colores',
    themes: { auto: 'Los del lector', light: 'Claros', dark: 'Oscuros' },
    layout: 'Disposición',
    layouts: {
      full: 'Mapa, cronología y lista',
      map: 'Mapa y cronología',
      timeline: 'Cronología y lista',
      list: 'Lista',
      compact: 'Compacta',
    },
    start: 'Abrir en (día)',
    window: 'Solo entre (día/día)',
    height: 'Altura en píxeles, o auto',
    accent: 'Color de acento',
    plain: 'Sin titular',
    static: 'Sin script',
    apply: 'Mostrar',
    preview: 'Vista previa',
    script: 'Script: lo más completo, con enlaces a cada suceso',
    frame: 'Marco: donde no se permiten scripts',
    address: 'Dirección: para pegar en WordPress, Ghost o Drupal',
    picture: 'Imagen: para boletines; con .svg en lugar de .png para la imprenta',
    copy: 'Copiar',
    copied: 'Copiado',
    styleLost:
      'El estilo de mapa configurado para este sitio no se puede cargar desde aquí. Los lectores ven en su lugar el mapa propio de Dateline.',
    faults: 'Un ajuste del mapa no se puede usar. Los lectores ven en su lugar el mapa y los colores de Dateline:',
  },
  ar: {
    title: 'تضمين هذه القصة',
    theme: 'الألوان',
    themes: { auto: 'كما لدى القارئ', light: 'فاتحة', dark: 'داكنة' },
    layout: 'التخطيط',
    layouts: {
      full: 'الخريطة والخط الزمني والقائمة',
      map: 'الخريطة والخط الزمني',
      timeline: 'الخط الزمني والقائمة',
      list: 'القائمة',
      compact: 'مختصر',
    },
    start: 'البدء عند (يوم)',
    window: 'فقط بين (يوم/يوم)',
    height: 'الارتفاع بالبكسل أو auto',
    accent: 'اللون المميز',
    plain: 'بلا عنوان',
    static: 'بلا برنامج نصي',
    apply: 'عرض',
    preview: 'معاينة',
    script: 'برنامج نصي: الأكمل، مع روابط لكل حدث',
    frame: 'إطار: حيث لا يُسمح بالبرامج النصية',
    address: 'العنوان: للصقه في WordPress أو Ghost أو Drupal',
    picture: 'صورة: للنشرات البريدية؛ وللطباعة ضع ‎.svg مكان ‎.png',
    copy: 'نسخ',
    copied: 'نُسخ',
    styleLost: 'تعذّر تحميل نمط الخريطة المحدَّد لهذا الموقع من هنا. يرى القرّاء بدلاً منه خريطة Dateline نفسها.',
    faults: 'تعذّر استخدام أحد إعدادات الخريطة. يرى القرّاء بدلاً منه خريطة Dateline وألوانها:',
  },
};

export function embedWordsOf(lang: Language): EmbedWords {
  return TABLES[lang];
}
