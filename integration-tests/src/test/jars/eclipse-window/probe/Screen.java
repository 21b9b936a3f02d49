package probe;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** The display with one window on it. Everything is done on its thread. */
final class Screen {
    private static final int MILLISECONDS = 200;

    private final Shell window;
    private final Display display;
    private byte[] last = {};
    private byte[] taken = {};

    Screen(Shell window) {
        this.window = window;
        display = window.getDisplay();
    }

    Shell[] shells() {
        return display.getShells();
    }

    void fill() {
        window.setBounds(display.getBounds());
    }

    /** Lets the window do what it has to do until something holds. What is done in the background is no event: it is asked for again after a while. */
    void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            boolean[] again = {false};
            display.timerExec(MILLISECONDS, () -> again[0] = true);
            while (!again[0]) {
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        }
    }

    /** Saves what is seen when it is another picture than the last one and does not change any more, in the folder of the property {@code probe.pictures}. */
    void picture(String name) {
        ImageLoader loader = new ImageLoader();
        until(() -> {
            ImageData seen = seen();
            boolean same = Arrays.equals(seen.data, last) && !Arrays.equals(seen.data, taken);
            last = seen.data;
            loader.data = new ImageData[] {seen};
            return same;
        });
        taken = last;
        loader.save(System.getProperty("probe.pictures") + "/" + name + ".png", SWT.IMAGE_PNG);
    }

    private ImageData seen() {
        Rectangle inside = display.map(window, null, window.getClientArea());
        Image image = new Image(display, inside.x + inside.width, inside.y + inside.height);
        GC screen = new GC(display);
        screen.copyArea(image, 0, 0);
        screen.dispose();
        ImageData seen = image.getImageData();
        image.dispose();
        return seen;
    }
}
