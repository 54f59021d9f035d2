# %% 1
import torch
from torchvision.datasets import ImageFolder

torch.manual_seed(0)

images = ImageFolder("digits/train")
print(len(images), images.classes, images.class_to_idx)

# %% 2
from torchvision import transforms

grey = transforms.Grayscale()
plain = [grey, transforms.ToTensor(), transforms.Normalize(0.5, 0.5)]
augmented = [transforms.RandomHorizontalFlip(0.5), transforms.RandomRotation(15), *plain]
train = ImageFolder("digits/train", transforms.Compose(augmented))
test = ImageFolder("digits/test", transforms.Compose(plain))

image, label = train[0]
print(image.shape, label)

# %% 3
from torch.utils.data import DataLoader

loader = DataLoader(train, batch_size=32, shuffle=True)
x, y = next(iter(loader))
print(x.shape, y.shape)

# %% 4
from torch import nn

model = nn.Sequential(
    nn.Conv2d(1, 16, 3, padding=1),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(16, 32, 3, padding=1),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(32 * 2 * 2, 1),
    nn.Flatten(0),
    nn.Sigmoid(),
)
criterion = nn.BCELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.002)
own = DataLoader(ImageFolder("digits/train", transforms.Compose(plain)), batch_size=32, shuffle=True)
for epoch in range(15):
    for x, y in own:
        loss = criterion(model(x), y.float())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
x, y = next(iter(DataLoader(test, batch_size=88)))
with torch.no_grad():
    print(((model(x) > 0.5) == y).float().mean().item() > 0.95)
