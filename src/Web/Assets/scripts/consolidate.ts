// On the Office's desk: a button changes the two panes in place, and hands and eyes stay where they were.
import { actInPlace } from './consolidating/desk';

actInPlace(document);
