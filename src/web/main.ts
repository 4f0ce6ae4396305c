import { keepState } from './languages.ts';
import { startStory } from './story.ts';

keepState(document.querySelector('.languages'));
startStory();
