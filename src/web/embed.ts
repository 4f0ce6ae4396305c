import { need } from './dom.ts';
import { announceHeight } from './frame/height.ts';
import { startStory } from './story.ts';

const { height } = need('embed', HTMLElement).dataset;
announceHeight(height === 'auto' ? null : Number(height));
if (document.getElementById('data')) startStory();
