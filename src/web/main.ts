import { startStory } from './story.ts';

startStory();
