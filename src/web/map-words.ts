// Words that the engine of the map says by itself. They come with it: a page is read long before.

interface MapWords {
  zoomIn: string;
  zoomOut: string;
  zoomWithCtrl: string;
  zoomWithCommand: string;
  moveWithTwo: string;
}

const ENGLISH: MapWords = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomWithCtrl: 'Hold Ctrl and scroll to zoom the map',
  zoomWithCommand: 'Hold ⌘ and scroll to zoom the map',
  moveWithTwo: 'Move the map with two fingers',
};

const WORDS: Record<string, MapWords> = {
  en: ENGLISH,
  ar: {
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    zoomWithCtrl: 'اضغط Ctrl مع التمرير لتكبير الخريطة',
    zoomWithCommand: 'اضغط ⌘ مع التمرير لتكبير الخريطة',
    moveWithTwo: 'حرّك الخريطة بإصبعين',
  },
  fr: {
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    zoomWithCtrl: 'Maintenez Ctrl et faites défiler pour zoomer',
    zoomWithCommand: 'Maintenez ⌘ et faites défiler pour zoomer',
    moveWithTwo: 'Déplacez la carte avec deux doigts',
  },
  es: {
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    zoomWithCtrl: 'Mantén Ctrl y desplázate para ampliar el mapa',
    zoomWithCommand: 'Mantén ⌘ y desplázate para ampliar el mapa',
    moveWithTwo: 'Mueve el mapa con dos dedos',
  },
  de: {
    zoomIn: 'Hineinzoomen',
    zoomOut: 'Herauszoomen',
    zoomWithCtrl: 'Strg halten und scrollen, um die Karte zu zoomen',
    zoomWithCommand: '⌘ halten und scrollen, um die Karte zu zoomen',
    moveWithTwo: 'Karte mit zwei Fingern verschieben',
  },
};

/** In the language of the interface, as the engine asks for them. */
export function mapWords(lang: string): Record<string, string> {
  const { zoomIn, zoomOut, zoomWithCtrl, zoomWithCommand, moveWithTwo } = WORDS[lang.split('-', 1)[0] ?? ''] ?? ENGLISH;
  return {
    'NavigationControl.ZoomIn': zoomIn,
    'NavigationControl.ZoomOut': zoomOut,
    'CooperativeGesturesHandler.WindowsHelpText': zoomWithCtrl,
    'CooperativeGesturesHandler.MacHelpText': zoomWithCommand,
    'CooperativeGesturesHandler.MobileHelpText': moveWithTwo,
  };
}
